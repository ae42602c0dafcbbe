import './elements/connection-status.js';
import './elements/shop-account.js';
import './elements/product-list.js';
import './elements/shopping-cart.js';
import './elements/cart-bar.js';
import './elements/order-status.js';
import './elements/top-products.js';
import './elements/live-activity.js';
