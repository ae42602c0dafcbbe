package dev.cartwright.bigtable;

import com.google.cloud.bigtable.data.v2.models.Range.ByteStringRange;
import com.google.protobuf.ByteString;
import dev.cartwright.rules.Position;
import dev.cartwright.runtime.RowKey;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;

/**
 * Row keys {@code <hash>#<subject>#<position>}: the hash is the lowest byte of the subject's CRC-32, in hex, which
 * spreads writes; the subject is escaped as positions are, so that it holds no {@code #}.
 */
final class RowKeys {

    private static final HexFormat HEX = HexFormat.of();

    private RowKeys() {}

    static ByteString of(RowKey key) {
        return ByteString.copyFromUtf8(prefixText(key.subject()) + key.position().key());
    }

    /** What the keys of all rows of the subject begin with. */
    static ByteString prefix(String subject) {
        return ByteString.copyFromUtf8(prefixText(subject));
    }

    /** The rows of the subject before this position; all of them where it is null. */
    static ByteStringRange before(String subject, Position before) {
        return before == null ? ByteStringRange.prefix(prefix(subject))
                : ByteStringRange.create(prefix(subject), of(new RowKey(subject, before)));
    }

    static Position position(ByteString rowKey) {
        var key = rowKey.toStringUtf8();
        return new Position(key.substring(key.indexOf('#', key.indexOf('#') + 1) + 1));
    }

    private static String prefixText(String subject) {
        return hash(subject) + '#' + Position.escape(subject) + '#';
    }

    static String hash(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return HEX.toHexDigits((byte) crc.getValue());
    }
}
