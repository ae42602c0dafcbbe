/** Where a channel's messages stand: `epoch-number`, both whole numbers; before the first it is `0-0`. */
export const NONE = '0-0';

const parts = offset => offset.split('-').map(Number);

/** True where a message at `offset` is news to who has seen `last`: of another epoch, or a later one of the same. */
export function isNews(offset, last) {
  if (!last || last === NONE) {
    return true;
  }
  const [epoch, number] = parts(offset);
  const [lastEpoch, lastNumber] = parts(last);
  return epoch !== lastEpoch || number > lastNumber;
}

/** From where both miss nothing: the earlier one; of different epochs the newest, whose history is still there. */
export function earlier(one, other) {
  const [epoch, number] = parts(one);
  const [otherEpoch, otherNumber] = parts(other);
  if (epoch !== otherEpoch) {
    return epoch > otherEpoch ? one : other;
  }
  return number < otherNumber ? one : other;
}
