/** The rules as a graph: event types trigger rules, and rules emit event types. */
export class Model {
  /** @param rows of the view `rules` */
  constructor(rows) {
    this.rules = new Map(rows.map(row => [row.rule, row]));
    this.types = new Map();
    for (const row of rows) {
      for (const type of row.types) {
        this.types.set(type.type, { ...type, triggers: [], emittedBy: [] });
      }
    }
    for (const row of rows) {
      row.on.forEach(type => this.types.get(type).triggers.push(row.rule));
      row.emits.forEach(type => this.types.get(type).emittedBy.push(row.rule));
    }
    this.groups = [...new Set(rows.map(row => row.group))];
  }

  /** The rules of a group in columns, so ordered that few lines cross. */
  band(group) {
    const rules = [...this.rules.values()].filter(row => row.group === group);
    const on = ordered(rules.flatMap(row => row.on));
    rules.sort((a, b) => mean(a.on, on) - mean(b.on, on));
    const emits = ordered(rules.flatMap(row => row.emits));
    const sources = type => rules.flatMap((row, place) => row.emits.includes(type) ? [place] : []);
    emits.sort((a, b) => average(sources(a)) - average(sources(b)));
    return { group, on, rules, emits };
  }

  /** All that leads to a rule or an event type and all that follows from it: `{rules, types}`. */
  chain({ rule, type }) {
    const rules = new Set();
    const types = new Set();
    const up = name => this.#walk(name, rules, types, row => row.on, one => one.emittedBy);
    const down = name => this.#walk(name, rules, types, row => row.emits, one => one.triggers);
    (rule ? [rule] : this.types.get(type).emittedBy).forEach(up);
    const seen = new Set(rules);
    rules.clear();
    (rule ? [rule] : this.types.get(type).triggers).forEach(down);
    seen.forEach(one => rules.add(one));
    if (type) {
      types.add(type);
    }
    return { rules, types };
  }

  #walk(rule, rules, types, onwards, further) {
    if (rules.has(rule)) {
      return;
    }
    rules.add(rule);
    for (const type of onwards(this.rules.get(rule))) {
      types.add(type);
      further(this.types.get(type)).forEach(next => this.#walk(next, rules, types, onwards, further));
    }
  }
}

/** Whether a rule has these words anywhere, and is of the groups that are wanted. */
export function matches(row, { words, groups, busy }) {
  const text = [row.rule, row.group, row.sentence, ...row.on, ...row.emits, ...row.conditions, ...row.changes,
    ...row.types.map(type => type.kind)].join(' ').toLowerCase();
  return words.every(word => text.includes(word)) && (groups.size === 0 || groups.has(row.group))
    && (!busy || row.counts.hour.fired > 0);
}

const ordered = names => [...new Set(names)];
const average = places => places.reduce((sum, place) => sum + place, 0) / places.length;
const mean = (names, all) => names.length ? average(names.map(name => all.indexOf(name))) : -1;
