package dev.dormouse.jpql.internal;

import dev.dormouse.jpql.ast.CollectionMember;
import dev.dormouse.jpql.ast.DerivedPath;
import dev.dormouse.jpql.ast.EntityJoin;
import dev.dormouse.jpql.ast.Expression;
import dev.dormouse.jpql.ast.FetchJoin;
import dev.dormouse.jpql.ast.FromItem;
import dev.dormouse.jpql.ast.Identifier;
import dev.dormouse.jpql.ast.Join;
import dev.dormouse.jpql.ast.JoinType;
import dev.dormouse.jpql.ast.Path;
import dev.dormouse.jpql.ast.PathJoin;
import dev.dormouse.jpql.ast.Position;
import dev.dormouse.jpql.ast.RangeVariable;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.jspecify.annotations.Nullable;

/** Turns FROM clauses into nodes. */
final class FromReader {

    private final QueryText text;
    private final PathReader paths;
    private final ExpressionReader expressions;

    FromReader(QueryText text, PathReader paths, ExpressionReader expressions) {
        this.text = text;
        this.paths = paths;
        this.expressions = expressions;
    }

    List<FromItem> from(JpqlGrammar.FromClauseContext clause) {
        List<FromItem> items = new ArrayList<>();
        for (ParseTree child : clause.children) {
            if (child instanceof JpqlGrammar.RangeVariableContext range) {
                requireVariable(clause, range);
                items.add(range(range));
            } else if (child instanceof JpqlGrammar.CollectionMemberContext member) {
                items.add(member(member));
            }
        }
        return items;
    }

    List<FromItem> from(JpqlGrammar.SubqueryFromClauseContext clause) {
        List<FromItem> items = new ArrayList<>();
        for (JpqlGrammar.SubqueryFromItemContext item : clause.subqueryFromItem()) {
            items.add(subqueryItem(item));
        }
        return items;
    }

    private RangeVariable range(JpqlGrammar.RangeVariableContext range) {
        return new RangeVariable(
                paths.name(range.entityName().name()),
                paths.optionalVariable(range.identifier()),
                joins(range.join()),
                position(range));
    }

    private CollectionMember member(JpqlGrammar.CollectionMemberContext member) {
        return new CollectionMember(
                paths.path(member.path()), paths.variable(member.identifier()), joins(member.join()), position(member));
    }

    private FromItem subqueryItem(JpqlGrammar.SubqueryFromItemContext item) {
        refuseFetch(item.join());
        if (item.collectionMember() != null) {
            refuseFetch(item.collectionMember().join());
            return member(item.collectionMember());
        }
        List<Join> joins = joins(item.join());
        if (item.IN() != null) {
            Identifier variable = paths.optionalVariable(item.identifier());
            return new CollectionMember(paths.path(item.path()), variable, joins, position(item));
        }
        Identifier variable = paths.variable(item.identifier());
        Identifier entity = entity(item.joinTarget());
        return entity == null
                ? new DerivedPath(paths.path(item.joinTarget().path()), variable, joins, position(item))
                : new RangeVariable(entity, variable, joins, position(item));
    }

    private List<Join> joins(List<JpqlGrammar.JoinContext> joins) {
        List<Join> read = new ArrayList<>(joins.size());
        for (JpqlGrammar.JoinContext join : joins) {
            read.add(join(join));
        }
        return read;
    }

    private Join join(JpqlGrammar.JoinContext join) {
        JoinType type = join.LEFT() == null ? JoinType.INNER : JoinType.LEFT;
        if (join.FETCH() != null) {
            return new FetchJoin(type, paths.path(join.path()), position(join));
        }
        Identifier variable = paths.variable(join.identifier());
        Expression condition =
                join.conditionalExpression() == null ? null : expressions.condition(join.conditionalExpression());
        Identifier entity = entity(join.joinTarget());
        if (entity != null) {
            return new EntityJoin(type, entity, variable, condition, position(join));
        }
        return new PathJoin(type, paths.path(join.joinTarget().path()), variable, condition, position(join));
    }

    /** Returns the entity name that a target of one word is, or null for a path. */
    private @Nullable Identifier entity(JpqlGrammar.JoinTargetContext target) {
        if (target.structuralWord() != null) {
            return paths.word(target.structuralWord());
        }
        Path path = paths.path(target.path());
        return path.isIdentifier() && path.root() instanceof Identifier identifier ? identifier : null;
    }

    /** Only a single element may leave its variable out, and is then the implicit one; a fetch join is no element. */
    private void requireVariable(JpqlGrammar.FromClauseContext clause, JpqlGrammar.RangeVariableContext range) {
        boolean alone = clause.COMMA().isEmpty() && range.join().stream().allMatch(join -> join.FETCH() != null);
        if (range.identifier() == null && !alone) {
            Token entity = range.getStart();
            throw text.refusal(
                    entity,
                    "no identification variable for",
                    "Expected one for each of several elements of a FROM clause.",
                    "Write '" + entity.getText() + " x'.");
        }
    }

    private void refuseFetch(List<JpqlGrammar.JoinContext> joins) {
        for (JpqlGrammar.JoinContext join : joins) {
            if (join.FETCH() != null) {
                throw text.refusal(
                        join.FETCH().getSymbol(), "fetch join in a subquery:", "Expected a join without FETCH.", "");
            }
        }
    }

    private Position position(ParserRuleContext context) {
        return text.position(context.getStart());
    }
}
