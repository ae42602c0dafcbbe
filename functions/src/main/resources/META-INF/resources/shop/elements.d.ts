/**
 * The shop's parts, for pages of anybody's: one script tag each, and the tag. Each begins the shopper's session itself, as a
 * guest until somebody signs in. None has attributes; all take their colors from tokens.css, which a page's own `:root` or
 * the element's own style may say otherwise.
 *
 *     <script type="module" src="https://shop.example/shop/elements/shopping-cart.js"></script>
 *     <shopping-cart></shopping-cart>
 *
 * A page from elsewhere needs its origin in CARTWRIGHT_HTTP_CORS_ORIGINS, and where it has a Content-Security-Policy, the
 * shop's in script-src, style-src, img-src and connect-src.
 */

/** What they show, and what they follow for it: the first five `catalog/all`, too, for names and prices. */
interface HTMLElementTagNameMap {
  /** The shelves: `catalog/all`. Tells `cart-add`. */
  'product-list': HTMLElement;
  /** The cart: `user/ID`. Hears `cart-add`; tells `cart-changed`, `order-placed`, `order-refused`, `sign-in-wanted`. */
  'shopping-cart': HTMLElement;
  /** The latest order: `user/ID` and `order/ID/NUMBER`. Hears `order-placed`, `order-refused`. */
  'order-status': HTMLElement;
  /** What happens now: `user/ID` and `view/top-products`. */
  'live-activity': HTMLElement;
  /** What is wanted most: `view/top-products`. */
  'top-products': HTMLElement;
  /** A small way to the cart: nothing. Hears `cart-changed`. */
  'cart-bar': HTMLElement;
  /** Who shops, and signing in: `user/ID`. Hears `sign-in-wanted`. */
  'shop-account': HTMLElement;
  /** Whether the shop answers: nothing. */
  'connection-status': HTMLElement;
}

/** What the parts tell each other. All of it reaches the document, where they listen, and so may anybody; anybody may tell it. */
interface DocumentEventMap {
  /** This is to go into the cart. */
  'cart-add': CustomEvent<{ product_id: string; name?: string; price: number }>;
  /** This is in the cart; pieces by product. */
  'cart-changed': CustomEvent<{ pieces: Map<string, number>; count: number; total: number }>;
  /** An order goes out. */
  'order-placed': CustomEvent<{ order_id: string; total: number; lines: { product_id: string; quantity: number; price?: number }[] }>;
  /** That order was not taken. */
  'order-refused': CustomEvent<{ order_id: string }>;
  /** A guest wants what only a user may: `<shop-account>` asks who it is, or you do, and call `signIn` of session.js. */
  'sign-in-wanted': CustomEvent<{ reason: string }>;
  /** It is known who shops, or it is another. */
  'identity-changed': CustomEvent<{ kind: 'guest' | 'user'; id: string; name?: string }>;
  /** The shop has not answered, so that nobody knows yet who shops; it is asked again. */
  'shop-unreachable': CustomEvent<{ problem: Error }>;
}
