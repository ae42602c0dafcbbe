package dev.cartwright.bench;

import dev.cartwright.rules.Json;
import dev.cartwright.rules.Position;
import io.cloudevents.CloudEvent;
import io.cloudevents.http.HttpMessageFactory;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * A route that parses the same requests and writes the same as the functions do, batched alike, with neither Funqy nor
 * rules: what the rules would lead to was looked up before.
 */
@Command(name = "bare-server", hidden = true)
final class BareServer implements Callable<Integer> {

    private static final int LANES = 4;

    @Mixin
    private Source source;

    @Option(names = "--port", required = true)
    private int port;

    private List<BareLane> lanes;
    private Map<Position, Prepared> prepared;

    @Override
    public Integer call() throws InterruptedException {
        prepared = Preparation.ofEvents(source.read()).stream()
                .collect(Collectors.toMap(Prepared::position, Function.identity(), (first, again) -> first));
        // why: what was prepared is not to be copied about while requests are measured.
        System.gc();
        var clients = StoreClients.of(System.getenv());
        lanes = IntStream.range(0, LANES).mapToObj(i -> BareLane.start(clients.commit())).toList();
        // As many event loops as the functions have.
        int loops = Runtime.getRuntime().availableProcessors() * 2;
        Vertx.vertx().deployVerticle(Loop::new, new DeploymentOptions().setInstances(loops))
                .toCompletionStage().toCompletableFuture().join();
        Thread.currentThread().join();
        return 0;
    }

    private final class Loop extends AbstractVerticle {

        @Override
        public void start(Promise<Void> started) {
            var router = Router.router(vertx);
            router.get("/q/health/ready").handler(request -> request.response().end());
            router.post("/").handler(BodyHandler.create(false)).handler(this::handle);
            vertx.createHttpServer().requestHandler(router).listen(port, "127.0.0.1").<Void>mapEmpty()
                    .onComplete(started);
        }

        private void handle(RoutingContext request) {
            try {
                var event = event(request);
                var position = Position.of(event.getTime().toInstant(), event.getId(), event.getSource().toString());
                var lane = lanes.get(Math.floorMod(event.getSubject().hashCode(), LANES));
                Future.fromCompletionStage(lane.submit(prepared.get(position)), context)
                        .onSuccess(done -> request.response().setStatusCode(204).end())
                        .onFailure(request::fail);
            } catch (IOException | RuntimeException e) {
                request.fail(400, e);
            }
        }

        private static CloudEvent event(RoutingContext request) throws IOException {
            var body = request.body().buffer().getBytes();
            if (!Json.MAPPER.readTree(body).isObject()) {
                throw new IOException("the data is no object");
            }
            return HttpMessageFactory.createReader(
                    headers -> request.request().headers().forEach(headers), body).toEvent();
        }
    }
}
