package dev.cartwright.rules;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigInteger;

/** Reads each JSON number as one type only, whatever Java type it was written from. */
final class PlainNumber extends StdScalarDeserializer<Number> {

    private static final long serialVersionUID = 1L;
    private static final int LONG_BITS = 63;

    PlainNumber() {
        super(Number.class);
    }

    @Override
    public Number deserialize(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
                    ? whole(json.getBigIntegerValue()) : (Number) json.getLongValue();
        }
        var number = json.getDecimalValue();
        // Written out, it has neither a point nor an exponent: it would be read back as a whole number.
        return number.scale() == 0 ? whole(number.unscaledValue()) : number;
    }

    private static Number whole(BigInteger number) {
        return isLong(number) ? (Number) number.longValue() : number;
    }

    static boolean isLong(BigInteger number) {
        return number.bitLength() <= LONG_BITS;
    }
}
