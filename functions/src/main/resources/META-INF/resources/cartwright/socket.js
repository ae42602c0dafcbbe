import { byEvents } from './events.js';

/**
 * What the server says on a stream, as frames of a WebSocket. Where none comes to be, no page is told why: then a request
 * for server-sent events is answered with the reason, or gets through where WebSockets do not.
 */
export async function* bySocket(wish) {
  let isOpen = false;
  try {
    const frames = framesOf(wish).getReader();
    for (let frame = await frames.read(); !frame.done; frame = await frames.read()) {
      isOpen = true;
      yield frame.value;
    }
  } catch (failure) {
    if (isOpen) {
      throw failure;
    }
  }
  if (!isOpen) {
    yield* byEvents(wish);
  }
}

function framesOf({ http, query, token, signal }) {
  const url = new URL(`${http.url}/live/ws?${query}`, location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  // why there: a page cannot set the headers of a WebSocket, but its subprotocols.
  const socket = new WebSocket(url, ['cartwright', ...token ? [`bearer.${token}`] : []]);
  return new ReadableStream({
    start(frames) {
      socket.onopen = () => frames.enqueue({ kind: 'open' });
      socket.onmessage = ({ data }) => frames.enqueue(JSON.parse(data));
      socket.onclose = () => frames.close();
      signal.addEventListener('abort', () => {
        socket.onopen = socket.onmessage = socket.onclose = null;
        socket.close();
        frames.error(signal.reason);
      }, { once: true });
    },
  });
}
