package dev.cartwright.http.live;

/** Why a stream ends that its client did not end. */
enum EndReason {

    /** The client takes in less than there is to tell. */
    SLOW_CONSUMER("slow-consumer", 4408),
    /** The token is good no longer, at the second that it says itself: the client comes back with a new one. */
    TOKEN_EXPIRED("token-expired", 4401),
    /** The stream is old enough. */
    RENEW("renew", 1012),
    /** The instance ends; another one goes on. */
    LEAVING("leaving", 1001);

    private final String word;
    private final int code;

    EndReason(String word, int code) {
        this.word = word;
        this.code = code;
    }

    /** As clients are told. */
    String word() {
        return word;
    }

    /** Of a WebSocket that is closed for it. */
    int code() {
        return code;
    }
}
