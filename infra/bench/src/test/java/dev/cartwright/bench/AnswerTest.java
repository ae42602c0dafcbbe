package dev.cartwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;

class AnswerTest {

    private final Answer answer = new Answer();

    @Test
    void endsWithItsHeadWhereThereIsNoBody() {
        assertThat(answer.isComplete(Buffer.buffer("HTTP/1.1 204 No Content\r\n"))).isFalse();
        assertThat(answer.isComplete(Buffer.buffer("\r\n"))).isTrue();
        assertThat(answer.status()).isEqualTo(204);
    }

    @Test
    void endsWithItsBody() {
        assertThat(answer.isComplete(Buffer.buffer("HTTP/1.1 429 Too\r\nContent-Length: 3\r\n\r\nab"))).isFalse();
        assertThat(answer.isComplete(Buffer.buffer("c"))).isTrue();
        assertThat(answer.status()).isEqualTo(429);
    }

    @Test
    void isReadAfterAnother() {
        answer.isComplete(Buffer.buffer("HTTP/1.1 204 No Content\r\n\r\n"));

        assertThat(answer.isComplete(Buffer.buffer("HTTP/1.1 503 Away\r\n\r\n"))).isTrue();
        assertThat(answer.status()).isEqualTo(503);
    }
}
