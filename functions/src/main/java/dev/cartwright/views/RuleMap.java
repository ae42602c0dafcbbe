package dev.cartwright.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.cartwright.operations.InstanceEvent.RuleWork;
import dev.cartwright.operations.Service;
import dev.cartwright.rules.RuleSet;
import dev.cartwright.runtime.SubjectReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules, group by group in order of declaration, and what each of them did of late. */
public final class RuleMap implements View {

    static final String NAME = "rules";

    private static final RuleWork NOTHING = new RuleWork(0L, 0L, 0L);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final List<RuleFacts> rules;
    private final Optional<URI> sources;
    private final RuleTally tally;

    /**
     * With what the samples of all services' instances tell.
     *
     * @param sources where the sources' root can be read; empty where nobody can
     */
    public static RuleMap of(RuleSet rules, Optional<URI> sources, SubjectReader subjects) {
        var estate = new Estate(subjects);
        return new RuleMap(rules, sources, new SampledRules(subjects, () -> instances(estate)));
    }

    private static Set<String> instances(Estate estate) {
        return estate.services().values().stream().flatMap(service -> service.get(Service.INSTANCES).stream())
                .flatMap(instances -> instances.keySet().stream()).collect(Collectors.toSet());
    }

    RuleMap(RuleSet rules, Optional<URI> sources, RuleTally tally) {
        var groups = rules.catalog().groups();
        this.rules = rules.rules().stream().map(rule -> RuleFacts.of(rules, rule))
                .sorted(Comparator.comparingInt(facts -> groups.indexOf(facts.group()))).toList();
        this.sources = sources;
        this.tally = tally;
    }

    /** What a rule did in the last minute and hour. */
    record Counts(RuleWork minute, RuleWork hour) {}

    /**
     * A rule.
     *
     * @param sourceUrl where its source can be read; null where it cannot
     */
    record Row(@JsonUnwrapped @JsonInclude(JsonInclude.Include.ALWAYS) RuleFacts facts,
            @JsonInclude(JsonInclude.Include.NON_NULL) String sourceUrl, Counts counts) {}

    @Override
    public String name() {
        return NAME;
    }

    /** All of them: half a map leads nowhere. */
    @Override
    public int usualLimit() {
        return 1000;
    }

    @Override
    public List<Row> rows(Map<String, String> parameters, Instant now) {
        var minute = tally.between(now.minus(MINUTE), now);
        var hour = tally.between(now.minus(HOUR), now);
        return rules.stream().map(facts -> new Row(facts, url(facts.source()), new Counts(
                minute.getOrDefault(facts.rule(), NOTHING), hour.getOrDefault(facts.rule(), NOTHING)))).toList();
    }

    private String url(String source) {
        return sources.map(root -> root.toString().replaceFirst("/*$", "/") + source.replaceFirst(":(\\d+)$", "#L$1"))
                .orElse(null);
    }
}
