package dev.cartwright.http.query;

import io.quarkus.arc.Unremovable;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.smallrye.openapi.runtime.io.Format;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenAPI document as the build wrote it: nothing in it depends on where it is served. Thread-safe. */
@Alternative
@Priority(1)
@Singleton
@Unremovable
public class OpenApiAsBuilt extends OpenApiDocumentService {

    private final Map<Format, byte[]> documents = new ConcurrentHashMap<>();

    OpenApiAsBuilt() {
        // why: where Quarkus finds the document, it parses and writes it anew at every start, to the same bytes.
        OpenApiConstants.classLoader = ClassLoader.getPlatformClassLoader();
    }

    @Override
    public byte[] getDocument(String name, Format format) {
        return documents.computeIfAbsent(format, OpenApiAsBuilt::read);
    }

    private static byte[] read(Format format) {
        var name = OpenApiConstants.BASE_NAME + '.' + format;
        try (var document = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            return Objects.requireNonNull(document, "the build writes " + name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }
}
