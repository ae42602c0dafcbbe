package dev.cartwright.operations;

/** What one sample says of one symptom: between bad and well nothing begins and nothing ends. */
enum Reading {
    BAD, BETWEEN, WELL, UNKNOWN;

    /** @param well below the bad one, so that what sways about one of them neither begins nor ends */
    static Reading of(double value, double bad, double well) {
        if (value >= bad) {
            return BAD;
        }
        return value < well ? WELL : BETWEEN;
    }
}
