package dev.cartwright.image;

import dev.cartwright.local.UserError;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;

/** Proves of an image that it does its work, with its cache, and with the code that was just packaged. */
final class Smoke {

    private static final String EVENT = """
            {"specversion":"1.0","id":"smoke","source":"/smoke","type":"product-added-to-cart","subject":"user/smoke",\
            "time":"2026-01-01T00:00:00Z","datacontenttype":"application/json",\
            "data":{"product_id":"p","user_id":"smoke"}}""";

    private Smoke() {}

    /** @param command starts the image's Java so that it refuses to run without the cache */
    static void test(List<String> command, String packaged, Path scratch) {
        try (var surroundings = new Surroundings(scratch);
                var instance = Instance.start(command, surroundings.settings(), scratch.resolve("smoke.log"))) {
            require(packaged, instance.build());
            require(204, instance.send(HttpRequest.newBuilder().header("content-type", "application/cloudevents+json")
                    .POST(BodyPublishers.ofString(EVENT)), "/").statusCode());
            require(200, instance.send(HttpRequest.newBuilder()
                    .header("authorization", surroundings.authorization()), "/subjects/user/smoke").statusCode());
        }
    }

    // why: Java was seen to take a cache for jars that had changed, and to run the code of the old ones.
    private static void require(Object expected, Object seen) {
        if (!expected.equals(seen)) {
            throw new UserError("The image is not what was packaged: %s instead of %s".formatted(seen, expected));
        }
    }
}
