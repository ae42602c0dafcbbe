package dev.cartwright.http.live;

import dev.cartwright.http.identity.Caller;
import dev.cartwright.http.identity.TokenEnd;
import dev.cartwright.http.problem.Answers;
import dev.cartwright.http.problem.Problem;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Lets in to {@code /live/ws} who may be told what is asked, and tells all others why not while HTTP is still spoken. */
@Singleton
final class WebSocketDoor implements HttpUpgradeCheck {

    static final String PATH = "/live/ws";

    /** What is behind the door is told of who comes in. */
    static final TypedKey<Visitor> VISITOR = new TypedKey<>(Visitor.class.getName());

    private static final String HELD = HeldRequest.class.getName();
    private static final int BEFORE_THE_UPGRADE = -5;

    /** Who came in, and what for. */
    record Visitor(Caller caller, Watch watch, Optional<Instant> tokenEnd, HttpConnection connection) {}

    private final WatchReader reader;
    private final Streams streams;

    WebSocketDoor(WatchReader reader, Streams streams) {
        this.reader = reader;
        this.streams = streams;
    }

    void register(@Observes Router router) {
        router.route(PATH).order(Integer.MIN_VALUE).handler(request -> hold(router, request));
        router.route(PATH).order(BEFORE_THE_UPGRADE).handler(this::handle);
    }

    private static void hold(Router router, RoutingContext request) {
        var context = Vertx.currentContext();
        if (isHandshake(request) && context.getLocal(HELD) == null) {
            context.putLocal(HELD, true);
            router.handle(new HeldRequest(request.request()));
        } else {
            request.next();
        }
    }

    private static boolean isHandshake(RoutingContext request) {
        return "websocket".equalsIgnoreCase(request.request().getHeader("upgrade"));
    }

    private void handle(RoutingContext request) {
        if (!isHandshake(request)) {
            request.response().putHeader("upgrade", "websocket");
            Answers.problem(request, Problem.of(426, "this is for WebSockets; the same comes from GET /live"));
            return;
        }
        var caller = Caller.of(request);
        var visitor = new Visitor(caller, reader.read(request), TokenEnd.of(request), request.request().connection());
        streams.check(caller);
        Vertx.currentContext().putLocal(VISITOR.value(), visitor);
        request.next();
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext upgrade) {
        Visitor visitor = Vertx.currentContext().getLocal(VISITOR.value());
        if (visitor == null) {
            return CheckResult.rejectUpgrade(403);
        }
        upgrade.userData().put(VISITOR, visitor);
        return CheckResult.permitUpgrade();
    }
}
