package dev.cartwright.image;

import com.google.protobuf.Message;
import com.google.pubsub.v1.GetTopicRequest;
import com.google.pubsub.v1.PublishRequest;
import com.google.pubsub.v1.PublishResponse;
import com.google.pubsub.v1.Topic;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ServerCalls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.function.Function;

/** Takes what is published to Pub/Sub, and forgets it. */
final class Topics implements AutoCloseable {

    private static final String SERVICE = "google.pubsub.v1.Publisher";

    private final Server server;

    Topics() throws IOException {
        var service = ServerServiceDefinition.builder(SERVICE);
        answer(service, "Publish", PublishRequest.getDefaultInstance(), PublishResponse.getDefaultInstance(), Topics::published);
        answer(service, "GetTopic", GetTopicRequest.getDefaultInstance(), Topic.getDefaultInstance(), Topics::topic);
        this.server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(service.build()).build().start();
    }

    /** What the clients expect in {@code PUBSUB_EMULATOR_HOST}. */
    String address() {
        return "127.0.0.1:" + server.getPort();
    }

    private static PublishResponse published(PublishRequest request) {
        var ids = PublishResponse.newBuilder();
        request.getMessagesList().forEach(message -> ids.addMessageIds(UUID.randomUUID().toString()));
        return ids.build();
    }

    private static Topic topic(GetTopicRequest request) {
        return Topic.newBuilder().setName(request.getTopic()).build();
    }

    private static <Q extends Message, A extends Message> void answer(ServerServiceDefinition.Builder service,
            String name, Q question, A answer, Function<Q, A> function) {
        var method = MethodDescriptor.<Q, A>newBuilder().setType(MethodType.UNARY)
                .setFullMethodName(MethodDescriptor.generateFullMethodName(SERVICE, name))
                .setRequestMarshaller(ProtoUtils.marshaller(question))
                .setResponseMarshaller(ProtoUtils.marshaller(answer)).build();
        service.addMethod(method, ServerCalls.asyncUnaryCall((request, reply) -> {
            reply.onNext(function.apply(request));
            reply.onCompleted();
        }));
    }

    @Override
    public void close() {
        server.shutdownNow();
    }
}
