import { closest, distance } from 'fastest-levenshtein';

/** ` (did you mean x?)`, or nothing where no name is near. */
export function nearest(name, names) {
  const candidate = names.length === 0 ? null : closest(name, names);
  return candidate !== null && distance(name, candidate) <= Math.max(3, name.length / 3)
    ? `; did you mean ${candidate}?` : '';
}
