package dev.cartwright.views;

import java.util.Map;

/** A view of those who keep the shop running. */
abstract class OperationsView implements View {

    private final String name;

    OperationsView(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean isPublic(Map<String, String> parameters) {
        return false;
    }
}
