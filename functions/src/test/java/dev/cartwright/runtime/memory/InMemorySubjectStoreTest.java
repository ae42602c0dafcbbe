package dev.cartwright.runtime.memory;

import dev.cartwright.runtime.SubjectStore;
import dev.cartwright.testing.SubjectStoreContract;

class InMemorySubjectStoreTest extends SubjectStoreContract {

    private final InMemorySubjectStore store = new InMemorySubjectStore(System::nanoTime);

    @Override
    protected SubjectStore store() {
        return store;
    }

    @Override
    protected void evict(String subject) {
        store.evict(subject);
    }
}
