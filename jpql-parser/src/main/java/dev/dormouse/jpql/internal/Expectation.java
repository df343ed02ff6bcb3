package dev.dormouse.jpql.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says in words which tokens could have stood somewhere: "an expression" instead of the eighty tokens that begin one. */
final class Expectation {

    private static final IntervalSet OPERATORS =
            new IntervalSet(JpqlTokens.PLUS, JpqlTokens.MINUS, JpqlTokens.STAR, JpqlTokens.SLASH, JpqlTokens.BARS);

    /** From the widest to the narrowest, each with the tokens that begin it. */
    private static final Map<String, IntervalSet> KINDS = kinds();

    private Expectation() {}

    static String sentence(IntervalSet expected) {
        List<String> words = words(new IntervalSet(expected));
        if (words.isEmpty()) {
            return "";
        }
        String last = words.remove(words.size() - 1);
        return "Expected " + (words.isEmpty() ? last : String.join(", ", words) + " or " + last) + ".";
    }

    /** Returns how a token type is written in a message. */
    static String word(int type) {
        if (type == Token.EOF) {
            return "the end of the query";
        }
        String literal = JpqlTokens.VOCABULARY.getLiteralName(type);
        if (literal == null) {
            return switch (type) {
                case JpqlTokens.STRING -> "a string";
                case JpqlTokens.NUMBER -> "a number";
                case JpqlTokens.IDENTIFIER -> "an identifier";
                default -> "a parameter";
            };
        }
        return isWord(type) ? literal.substring(1, literal.length() - 1) : literal;
    }

    static boolean isWord(int type) {
        return type >= JpqlTokens.ALL && type < JpqlTokens.IDENTIFIER;
    }

    private static List<String> words(IntervalSet expected) {
        IntervalSet rest = expected;
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, IntervalSet> kind : KINDS.entrySet()) {
            if (kind.getValue().subtract(rest).isNil()) {
                words.add(kind.getKey());
                rest = rest.subtract(kind.getValue());
            }
        }
        if (words.contains("an operator")) {
            rest.remove(JpqlTokens.DOT);
        }
        for (int type : rest.toArray()) {
            String word = word(type);
            if (type != Token.EOF && !words.contains(word)) {
                words.add(word);
            }
        }
        if (rest.contains(Token.EOF)) {
            words.add(word(Token.EOF));
        }
        return words;
    }

    private static Map<String, IntervalSet> kinds() {
        Map<String, IntervalSet> kinds = new LinkedHashMap<>();
        kinds.put("a condition", first(JpqlGrammar.RULE_conditionalExpression));
        kinds.put("an expression", first(JpqlGrammar.RULE_scalarExpression));
        kinds.put("a name", first(JpqlGrammar.RULE_name));
        kinds.put("a path", first(JpqlGrammar.RULE_path));
        kinds.put("an identifier", first(JpqlGrammar.RULE_identifier));
        kinds.put("a comparison", first(JpqlGrammar.RULE_predicate));
        kinds.put("an operator", OPERATORS);
        return kinds;
    }

    private static IntervalSet first(int rule) {
        return JpqlGrammar._ATN.nextTokens(JpqlGrammar._ATN.ruleToStartState[rule]);
    }
}
