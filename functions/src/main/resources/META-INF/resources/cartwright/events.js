import { failure } from './http.js';

/** What the server says on a stream, as server-sent events; fails with its answer where it refuses. */
export async function* byEvents({ http, query, token, signal }) {
  const answer = await http.fetch(`/live?${query}`, { token, headers: { accept: 'text/event-stream' }, signal });
  if (!answer.ok) {
    throw await failure(answer);
  }
  yield { kind: 'open' };
  for await (const { event: kind, id, data } of serverSentEvents(answer.body)) {
    const said = data && JSON.parse(data);
    yield kind === 'end' ? { kind, ...said } : { kind, id, event: said };
  }
}

/** Server-sent events from the body of an answer: {event, data, id, retry} each, and {} for a comment. */
async function* serverSentEvents(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  let fields = {};
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) {
        return;
      }
      const lines = (rest + value).split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop();
      for (const line of lines) {
        if (line === '') {
          yield fields;
          fields = {};
        } else if (line.startsWith(':')) {
          yield {};
        } else {
          read(line, fields);
        }
      }
    }
  } finally {
    // why not awaited: whoever goes away need not wait until the connection has.
    reader.cancel().catch(() => {});
  }
}

function read(line, fields) {
  const colon = line.indexOf(':');
  const name = colon < 0 ? line : line.slice(0, colon);
  const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
  fields[name] = name === 'data' && fields.data !== undefined ? `${fields.data}\n${value}` : value;
}
