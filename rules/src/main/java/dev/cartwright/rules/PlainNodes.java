package dev.cartwright.rules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Makes trees in which equal numbers are equal nodes, whether they came from Java or from text. */
final class PlainNodes extends JsonNodeFactory {

    private static final long serialVersionUID = 1L;

    PlainNodes() {
        super(true);
    }

    @Override
    public NumericNode numberNode(int number) {
        return numberNode((long) number);
    }

    @Override
    public ValueNode numberNode(BigInteger number) {
        return number != null && PlainNumber.isLong(number) ? numberNode(number.longValue()) : super.numberNode(number);
    }

    @Override
    public ValueNode numberNode(BigDecimal number) {
        return number != null && number.scale() == 0 ? numberNode(number.unscaledValue()) : super.numberNode(number);
    }
}
