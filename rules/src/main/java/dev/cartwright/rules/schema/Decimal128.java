package dev.cartwright.rules.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.ExecutionContext;
import com.networknt.schema.Format;
import com.networknt.schema.ValidationContext;
import java.math.BigDecimal;

/** Numbers of at most 34 digits: exact in a BigDecimal, and harmless to calculate with (1e999999999 is not). */
final class Decimal128 implements Format {

    static final String NAME = "decimal128";
    private static final int DIGITS = 34;
    private static final int EXPONENT = 6144;

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean matches(ExecutionContext execution, ValidationContext context, JsonNode node) {
        if (!node.isNumber() || node.isIntegralNumber() && node.canConvertToLong()) {
            return true;
        }
        return Double.isFinite(node.isBigDecimal() ? 0 : node.doubleValue()) && fits(node.decimalValue());
    }

    private static boolean fits(BigDecimal number) {
        return number.precision() <= DIGITS && Math.abs((long) number.scale()) <= EXPONENT;
    }
}
