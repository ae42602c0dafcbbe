package dev.cartwright.bigtable;

import com.google.cloud.bigtable.data.v2.models.Range.ByteStringRange;
import com.google.protobuf.ByteString;
import dev.cartwright.rules.PercentEncoding;
import dev.cartwright.rules.Position;
import dev.cartwright.runtime.RowKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * Row keys {@code <hash>#<subject>#<position>}: the hash is the lowest byte of the subject's CRC-32, in hex, which
 * spreads writes; the subject is escaped as positions are, so that it holds no {@code #}.
 */
final class RowKeys {

    private static final HexFormat HEX = HexFormat.of();
    private static final int HASHES = 256;
    private static final char BEHIND_SUBJECT = '#' + 1;
    private static final char BEHIND_KIND = '/' + 1;

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

    /** The rows of all subjects of the kind, from this key on. */
    static List<ByteStringRange> ofKind(String kind, String from) {
        return IntStream.range(0, HASHES).mapToObj(hash -> HEX.toHexDigits((byte) hash) + '#' + Position.escape(kind))
                .filter(begin -> from.compareTo(begin + BEHIND_KIND) < 0)
                .map(begin -> ByteStringRange.create(later(begin + '/', from), begin + BEHIND_KIND)).toList();
    }

    private static String later(String one, String other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Behind all rows of the subject, and before those of all others behind it. */
    static ByteString behind(String subject) {
        var prefix = prefixText(subject);
        return ByteString.copyFromUtf8(prefix.substring(0, prefix.length() - 1) + BEHIND_SUBJECT);
    }

    /** Before the rows of the subject from this time on. */
    static ByteString since(String subject, Instant time) {
        return ByteString.copyFromUtf8(prefixText(subject) + Position.format(time));
    }

    static RowKey read(ByteString rowKey) {
        var key = rowKey.toStringUtf8();
        int end = key.indexOf('#', key.indexOf('#') + 1);
        var subject = PercentEncoding.decode(key.substring(key.indexOf('#') + 1, end));
        return new RowKey(subject, new Position(key.substring(end + 1)));
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
