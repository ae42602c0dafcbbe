package dev.cartwright.shop;

import dev.cartwright.operations.AlertEvent;
import dev.cartwright.operations.AvailabilityEvent;
import dev.cartwright.operations.IncidentEvent;
import dev.cartwright.operations.InstanceEvent;
import dev.cartwright.operations.NoticeEvent;
import dev.cartwright.operations.RegisterEvent;
import dev.cartwright.operations.ServiceEvent;
import dev.cartwright.rules.EventCatalog;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.shop.cart.CartEvent;
import dev.cartwright.shop.order.OrderEvent;
import dev.cartwright.shop.product.ProductEvent;
import dev.cartwright.shop.trade.TradeEvent;

/** The shop's function groups, its operations among them, and all their rules. */
public final class Shop {

    private Shop() {}

    /** The shop's event types. */
    public static EventCatalog events() {
        return EventCatalog.of(CartEvent.class, OrderEvent.class, ProductEvent.class, TradeEvent.class,
                InstanceEvent.class, ServiceEvent.class, IncidentEvent.class, AlertEvent.class, NoticeEvent.class,
                AvailabilityEvent.class, RegisterEvent.class);
    }

    /** The shop's rules, checked. */
    public static RuleSet rules() {
        return RuleSet.load(events());
    }
}
