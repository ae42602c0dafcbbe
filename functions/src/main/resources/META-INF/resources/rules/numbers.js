const numbers = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });

/** A number as it fits in little room. */
export const short = number => numbers.format(number);
