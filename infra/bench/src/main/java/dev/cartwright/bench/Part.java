package dev.cartwright.bench;

/** What is measured, by the words of the report. */
record Part(String words) {

    static final Part END_TO_END = new Part("end to end");
    static final Part STRAIGHT = new Part("straight to the functions");
    static final Part SPREAD = new Part("demand of 3,600 products, straight");
    static final Part HOT = new Part("demand of one product, straight");
    static final Part SPREAD_END_TO_END = new Part("demand of 3,600 products, end to end");
    static final Part HOT_END_TO_END = new Part("demand of one product, end to end");
    static final Part BARE_SERVER = new Part("the bare server");

    static Part bareLoop(int batch) {
        return new Part("the bare loop, batches of " + batch);
    }

    boolean isBareLoop() {
        return words.startsWith("the bare loop");
    }
}
