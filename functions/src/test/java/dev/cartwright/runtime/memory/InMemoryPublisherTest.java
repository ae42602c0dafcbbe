package dev.cartwright.runtime.memory;

import dev.cartwright.runtime.Publisher;
import dev.cartwright.runtime.Publisher.Publication;
import dev.cartwright.testing.PublisherContract;
import java.util.List;

class InMemoryPublisherTest extends PublisherContract {

    private final InMemoryPublisher publisher = new InMemoryPublisher();

    @Override
    protected Publisher publisher() {
        return publisher;
    }

    @Override
    protected List<Publication> published(String subject) {
        return publisher.published().stream()
                .filter(publication -> publication.event().getSubject().equals(subject)).toList();
    }
}
