package dev.dormouse.examples.associations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.mongodb.server.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class AssociationsMongoTest extends AssociationsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @Override
    String url() {
        return DATABASE.url();
    }

    @Test
    void theDocumentsAreThoseOfTheAncestor() {
        assertThat(told().lines()
                        .map(line -> line.replaceAll("\"\\$oid\": \"[0-9a-f]{24}\"", "..."))
                        .filter(line -> line.contains("{\"_id\""))
                        .map(line -> line.replaceAll(".*?(\\{\"_id\".*\\}).*", "$1")))
                .containsExactly(
                        "{\"_id\": \"o-1\", \"name\": \"siamese\"}",
                        "{\"_id\": \"rest-1\", \"name\": \"green curry\", \"owner\": \"o-1\"}",
                        "{\"_id\": \"c-1\", \"name\": \"panda\"}",
                        "{\"_id\": \"rew-1\", \"point\": 2, \"customer\": \"c-1\"}",
                        "{\"_id\": \"rew-2\", \"point\": 13, \"customer\": \"c-1\"}",
                        "{\"_id\": \"c-1\", \"name\": \"panda\"}",
                        "{\"_id\": \"rew-1\", \"point\": 2, \"customer\": \"c-1\"}",
                        "{\"_id\": \"rew-2\", \"point\": 13, \"customer\": \"c-1\"}",
                        "{\"_id\": \"c-1\", \"name\": \"panda\", \"rewards\": [\"rew-1\", \"rew-2\"]}",
                        "{\"_id\": \"rew-1\", \"point\": 2}",
                        "{\"_id\": \"rew-2\", \"point\": 13}",
                        "{\"_id\": 1, \"name\": \"Shirou\"}",
                        "{\"_id\": 2, \"name\": \"Shun\"}",
                        "{\"_id\": 3, \"name\": \"Bob\"}",
                        "{\"_id\": 1, \"name\": \"John McCain\"}",
                        "{\"_id\": 2, \"name\": \"Onizuka\"}",
                        "{\"_id\": {...}, \"origin\": 1, \"destination\": 1}",
                        "{\"_id\": {...}, \"origin\": 1, \"destination\": 2}",
                        "{\"_id\": {...}, \"origin\": 2, \"destination\": 2}",
                        "{\"_id\": {...}, \"origin\": 3, \"destination\": 1}");
    }
}
