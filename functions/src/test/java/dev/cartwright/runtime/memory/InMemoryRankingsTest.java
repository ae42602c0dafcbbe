package dev.cartwright.runtime.memory;

import dev.cartwright.runtime.RankingStore;
import dev.cartwright.testing.RankingStoreContract;

class InMemoryRankingsTest extends RankingStoreContract {

    private final InMemoryRankings store = new InMemoryRankings();

    @Override
    protected RankingStore store() {
        return store;
    }
}
