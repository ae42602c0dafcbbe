package dev.cartwright.rules;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NumericNode;

/** Makes trees in which equal whole numbers are equal nodes, whether they came from Java or from text. */
final class PlainNodes extends JsonNodeFactory {

    private static final long serialVersionUID = 1L;

    PlainNodes() {
        super(true);
    }

    @Override
    public NumericNode numberNode(int number) {
        return numberNode((long) number);
    }
}
