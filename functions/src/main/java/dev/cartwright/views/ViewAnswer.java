package dev.cartwright.views;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * Rows of a view.
 *
 * @param asOf the time that they are true as of
 * @param next the cursor of the rows that follow; null where none do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"name", "as_of", "rows", "next"})
public record ViewAnswer(String name, @JsonProperty("as_of") String asOf, List<?> rows, String next) {}
