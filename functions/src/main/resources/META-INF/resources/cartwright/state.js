/** True of an event that tells everything, so that none before it is needed. */
export const isState = event => event.type === 'subject-state' || event.type === 'view-changed';

/**
 * The latest state event of a channel with what came after it; undefined where it is not known, as behind a filter, which
 * may have left out a change.
 */
export function folded(state, event, filter) {
  if (filter.types || filter.where) {
    return undefined;
  }
  if (isState(event)) {
    return event;
  }
  if (event.type !== 'subject-changed' || !state) {
    return state;
  }
  const { changed = {}, removed = [], ...position } = event.data;
  const properties = { ...state.data.properties, ...changed };
  removed.forEach(name => delete properties[name]);
  return { ...state, id: event.id, time: event.time, data: { ...state.data, ...position, properties } };
}
