package dev.dormouse.store.evaluate.compile;

import dev.dormouse.store.evaluate.ConditionEvaluator;
import dev.dormouse.store.evaluate.Evaluator;
import dev.dormouse.store.evaluate.Frame;
import dev.dormouse.store.evaluate.function.LikePattern;
import dev.dormouse.store.plan.Expression;
import dev.dormouse.store.type.Truth;
import org.jspecify.annotations.Nullable;

/** LIKE. A literal pattern is compiled with the plan, a parameter once an execution, any other as often as it changes. */
final class Matching extends ConditionEvaluator {

    private final Evaluator operand;
    private final Evaluator pattern;
    private final @Nullable Evaluator escape;
    private final @Nullable LikePattern literal;

    private Matching(Evaluator operand, Evaluator pattern, @Nullable Evaluator escape, @Nullable LikePattern literal) {
        this.operand = operand;
        this.pattern = pattern;
        this.escape = escape;
        this.literal = literal;
    }

    static Evaluator compile(Expression.Like like, Evaluator operand, Evaluator pattern, @Nullable Evaluator escape) {
        LikePattern literal = null;
        if (like.pattern() instanceof Expression.Literal text && text.value() != null) {
            Expression character = like.escape().orElse(null);
            if (character == null) {
                literal = LikePattern.of((String) text.value(), null);
            } else if (character instanceof Expression.Literal known && known.value() != null) {
                literal = LikePattern.of((String) text.value(), (String) known.value());
            }
        }
        return new Matching(operand, pattern, escape, literal);
    }

    @Override
    public Truth test(Frame frame) {
        String text = (String) operand.value(frame);
        if (text == null) {
            return Truth.UNKNOWN;
        }
        LikePattern compiled = literal != null ? literal : compiled(frame);
        return compiled == null ? Truth.UNKNOWN : Truth.of(compiled.matches(text));
    }

    private @Nullable LikePattern compiled(Frame frame) {
        String source = (String) pattern.value(frame);
        String character = escape == null ? null : (String) escape.value(frame);
        if (source == null || (escape != null && character == null)) {
            return null;
        }
        LikePattern last = (LikePattern) frame.memo(this);
        if (last == null || !last.isFrom(source, character)) {
            last = LikePattern.of(source, character);
            frame.keep(this, last);
        }
        return last;
    }
}
