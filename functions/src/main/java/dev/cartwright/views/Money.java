package dev.cartwright.views;

import java.math.BigDecimal;

/** Amounts as they are shown. */
final class Money {

    private static final int DECIMALS = 2;

    private Money() {}

    static BigDecimal of(long hundredths) {
        return BigDecimal.valueOf(hundredths, DECIMALS);
    }
}
