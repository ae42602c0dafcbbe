package dev.cartwright.http.live;

import dev.cartwright.http.identity.Access;
import dev.cartwright.http.identity.Caller;
import dev.cartwright.http.identity.ViewAccess;
import dev.cartwright.http.live.Watch.Channel;
import dev.cartwright.http.problem.Refusal;
import dev.cartwright.live.Offset;
import dev.cartwright.rules.Subjects;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what is asked of {@code /live}, and refuses what does not make sense or is not the caller's to see. */
@Singleton
final class WatchReader {

    private static final String VIEW = "view/";
    private static final String SEPARATOR = "~";
    private static final Set<String> ONCE = Set.of("where", "after");

    private final Access access;
    private final ViewAccess views;
    private final Fields fields;
    private final int maxChannels;

    WatchReader(Access access, ViewAccess views, Fields fields, LiveConfig config) {
        this.access = access;
        this.views = views;
        this.fields = fields;
        this.maxChannels = config.maxChannels();
    }

    Watch read(RoutingContext request) {
        var query = request.queryParams();
        var names = channels(query, Caller.of(request));
        var types = types(query);
        var where = Optional.ofNullable(query.get("where")).map(text -> Where.parse(text, fields.of(types)));
        return new Watch(channels(names, after(request)), new Filter(types, where));
    }

    private List<String> channels(MultiMap query, Caller caller) {
        var names = new LinkedHashSet<String>();
        for (var parameter : query.entries()) {
            var name = switch (parameter.getKey()) {
                case "subject" -> subject(parameter.getValue(), caller);
                case "view" -> view(parameter.getValue(), caller);
                case "type" -> null;
                default -> once(parameter.getKey(), query);
            };
            if (name != null && !names.add(name)) {
                throw Refusal.malformed(parameter.getKey(), name + " is asked for twice");
            }
        }
        if (names.isEmpty() || names.size() > maxChannels) {
            throw Refusal.malformed("subject", "from 1 to " + maxChannels
                    + " subjects and views are watched, as in ?subject=user/456&view=top-products");
        }
        return List.copyOf(names);
    }

    private String subject(String subject, Caller caller) {
        if (!Subjects.isValid(subject) || subject.startsWith(VIEW)) {
            throw Refusal.malformed("subject", "a subject is kind/id, such as user/456");
        }
        access.toRead(caller, subject);
        return subject;
    }

    private String view(String view, Caller caller) {
        views.toSee(caller, view);
        return VIEW + view;
    }

    /** Of any name: back ends send types, too, that nobody has declared. */
    private static Set<String> types(MultiMap query) {
        var types = Set.copyOf(query.getAll("type"));
        if (types.contains("")) {
            throw Refusal.malformed("type", "a type has a name, such as product-added-to-cart");
        }
        return types;
    }

    private static String once(String parameter, MultiMap query) {
        if (!ONCE.contains(parameter) || query.getAll(parameter).size() > 1) {
            throw Refusal.malformed(parameter, "there are subject, view and type, any number of times, and where and "
                    + "after, once");
        }
        return null;
    }

    /** A browser that comes back by itself asks as it first did, and tells where it is in the header. */
    private static String after(RoutingContext request) {
        var last = request.request().getHeader("last-event-id");
        return last == null || last.isEmpty() ? request.queryParams().get("after") : last;
    }

    private static List<Channel> channels(List<String> names, String after) {
        var offsets = after == null ? new String[0] : after.split(SEPARATOR, -1);
        if (after != null && offsets.length != names.size()) {
            throw Refusal.malformed("after", "it has " + offsets.length + " offsets for " + names.size()
                    + " channels: it is the id of a message of the same channels, in the same order");
        }
        var channels = new ArrayList<Channel>();
        for (int i = 0; i < names.size(); i++) {
            channels.add(new Channel(names.get(i), after == null ? Optional.empty() : offset(offsets[i])));
        }
        return List.copyOf(channels);
    }

    /** Empty for a channel of which the client was told nothing yet. */
    private static Optional<Offset> offset(String text) {
        var offset = Offset.parse(text).orElseThrow(() -> Refusal.malformed("after",
                "an offset is epoch-number, and ~ stands between them: it is the id of a message"));
        return Optional.of(offset).filter(known -> !known.equals(Offset.NONE));
    }

    /** Where a client is in its channels, as it tells it when it comes back. */
    static String id(Offset[] offsets) {
        var id = new StringBuilder();
        for (var offset : offsets) {
            id.append(id.isEmpty() ? "" : SEPARATOR).append(offset);
        }
        return id.toString();
    }
}
