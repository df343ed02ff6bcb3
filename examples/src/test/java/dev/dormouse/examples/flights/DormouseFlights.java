package dev.dormouse.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.query.QueryExplanation;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.TypedQuery;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is asked of the plans, on any store. */
abstract class DormouseFlights extends FlightsContract {

    abstract String url(Path folder);

    @Override
    EntityManagerFactory open(Path folder) {
        return Persistence.createEntityManagerFactory("flights", Map.of("jakarta.persistence.jdbc.url", url(folder)));
    }

    @Test
    void everyAnswerHasItsPlan() {
        assertThat(answers()).allSatisfy(answer -> assertThat(answer.plan()).contains("Scan"));
    }

    @Test
    void flightsOfAPlaneAreFoundByTheIndexOfTheForeignKey() {
        QueryExplanation explanation = explain(3);
        assertThat(explanation.rows()).isEqualTo(111);
        assertThat(explanation.entriesVisited()).isLessThanOrEqualTo(111 + 10);
    }

    @Test
    void aPageIsCutFromTheOrderOfAnIndex() {
        QueryExplanation explanation = explain(7);
        assertThat(explanation.rows()).isEqualTo(20);
        assertThat(explanation.entriesVisited()).isLessThanOrEqualTo(40 + 20 + 10);
        assertThat(explanation.text()).contains("in order of access");
    }

    private QueryExplanation explain(int number) {
        Question question = Question.ALL.stream()
                .filter(q -> q.number() == number)
                .findFirst()
                .orElseThrow();
        try (EntityManager manager = factory().createEntityManager()) {
            TypedQuery<Object> query = manager.createQuery(question.jpql(), Object.class);
            question.parameters().forEach(query::setParameter);
            query.setFirstResult(question.first());
            if (question.most() > 0) {
                query.setMaxResults(question.most());
            }
            assertThat(query.getResultList()).isNotEmpty();
            return query.unwrap(QueryExplanation.class);
        }
    }
}
