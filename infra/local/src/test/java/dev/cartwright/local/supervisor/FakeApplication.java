package dev.cartwright.local.supervisor;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.Map;

/** Stands in for the functions application: is ready at once, tells its environment and dies when asked to. */
public final class FakeApplication {
    private FakeApplication() {
    }

    public static void main(String[] arguments) {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        Vertx.vertx().createHttpServer().requestHandler(FakeApplication::answer).listen(port, "127.0.0.1")
            .onFailure(taken -> Runtime.getRuntime().halt(1));
    }

    private static void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/die" -> Runtime.getRuntime().halt(137);
            case "/environment" -> request.response().end(new JsonObject(Map.copyOf(System.getenv())).encode());
            default -> request.response().end(Long.toString(ProcessHandle.current().pid()));
        }
    }
}
