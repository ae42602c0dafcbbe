package dev.cartwright.http.live;

import io.cloudevents.sql.EvaluationRuntime;
import io.cloudevents.sql.generated.CESQLParserBaseListener;
import io.cloudevents.sql.generated.CESQLParserLexer;
import io.cloudevents.sql.generated.CESQLParserParser;
import io.cloudevents.sql.generated.CESQLParserParser.FunctionInvocationExpressionContext;
import io.cloudevents.sql.generated.CESQLParserParser.IdentifierContext;
import io.cloudevents.sql.generated.CESQLParserParser.LikeExpressionContext;
import io.cloudevents.sql.impl.parser.CaseChangingCharStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.tree.ParseTreeWalker;

/** Refuses expressions that could never be true, or would cost too much, and says where. */
final class WhereCheck extends CESQLParserBaseListener {

    // why so few: each more multiplies how long a text may take that nearly matches.
    private static final int MAX_WILDCARDS = 2;

    private static final BaseErrorListener REFUSING = new BaseErrorListener() {
        @Override
        public void syntaxError(Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message,
                RecognitionException e) {
            throw Where.refusal("is not CESQL, at character %d: %s".formatted(column + 1, message));
        }
    };

    private final Optional<Set<String>> fields;

    WhereCheck(Optional<Set<String>> fields) {
        this.fields = fields;
    }

    void check(String text) {
        var lexer = new CESQLParserLexer(new CaseChangingCharStream(CharStreams.fromString(text), true));
        var parser = new CESQLParserParser(new CommonTokenStream(lexer));
        lexer.removeErrorListeners();
        lexer.addErrorListener(REFUSING);
        parser.removeErrorListeners();
        parser.addErrorListener(REFUSING);
        ParseTreeWalker.DEFAULT.walk(this, parser.cesql());
    }

    @Override
    public void enterIdentifier(IdentifierContext name) {
        fields.filter(known -> !known.contains(name.getText())).ifPresent(known -> {
            throw Where.refusal("asks for '%s'%s, which no event has here; there are %s".formatted(name.getText(),
                    at(name), String.join(", ", new TreeSet<>(known))));
        });
    }

    @Override
    public void enterFunctionInvocationExpression(FunctionInvocationExpressionContext call) {
        var name = call.functionIdentifier().getText();
        int arguments = call.functionParameterList().expression().size();
        try {
            EvaluationRuntime.getDefault().resolveFunction(name.toUpperCase(Locale.ROOT), arguments);
        } catch (IllegalStateException unknown) {
            throw Where.refusal("calls %s with %d arguments%s, which there is not".formatted(name, arguments, at(call)));
        }
    }

    @Override
    public void enterLikeExpression(LikeExpressionContext like) {
        if (like.stringLiteral().getText().chars().filter(each -> each == '%').count() > MAX_WILDCARDS) {
            throw Where.refusal("has a pattern with more than %d %%%s".formatted(MAX_WILDCARDS, at(like)));
        }
    }

    private static String at(ParserRuleContext part) {
        return " at character " + (part.getStart().getCharPositionInLine() + 1);
    }
}
