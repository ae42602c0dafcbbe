/** On pages without HTTPS a browser has no locks: there each tab acts as if it were the only one. */
export const areShared = Boolean(navigator.locks && globalThis.BroadcastChannel);

export const locks = areShared ? navigator.locks
  : { request: async (name, options, callback = options) => callback({ name }) };
