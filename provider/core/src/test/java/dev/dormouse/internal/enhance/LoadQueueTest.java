package dev.dormouse.internal.enhance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class LoadQueueTest {

    private static final class Member extends LoadQueue.Link {
        private final int number;

        Member(int number) {
            this.number = number;
        }
    }

    private final LoadQueue<Member> queue = new LoadQueue<>(1_024);
    private final List<Member> members =
            IntStream.range(0, 2_000).mapToObj(Member::new).toList();

    private List<Integer> load(LoadQueue<Member> from, int touched) {
        List<Member> taken = from.around(members.get(touched), member -> member.number % 1_000 != 999);
        taken.forEach(LoadQueue.Link::leaveQueue);
        return taken.stream().map(member -> member.number).toList();
    }

    private void fill(int count) {
        members.subList(0, count).forEach(member -> queue.add(member, true));
    }

    private static List<Integer> numbers(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test
    void theTouchedComesFirstThenThoseBehindIt() {
        fill(200);
        assertThat(load(queue, 50)).isEqualTo(numbers(50, 114));
    }

    @Test
    void whereFewStandBehindItThoseBeforeItFollow() {
        fill(100);
        assertThat(load(queue, 90)).startsWith(90, 91).endsWith(37, 36).hasSize(64);
    }

    @Test
    void aWalkGrowsWhereTheLastOneEnded() {
        fill(2_000);
        assertThat(load(queue, 0)).hasSize(64);
        assertThat(load(queue, 64))
                .hasSize(1_024)
                .startsWith(64)
                .contains(998, 1_000)
                .doesNotContain(999);
        assertThat(load(queue, 1_500)).as("another place").hasSize(64);
        assertThat(load(queue, 1_564)).as("all that are left").hasSize(846).doesNotContain(1_999);
    }

    @Test
    void aWalkBackwardsGrowsToo() {
        fill(2_000);
        assertThat(load(queue, 1_998)).hasSize(64).endsWith(1_935);
        assertThat(load(queue, 1_934)).hasSize(1_024);
    }

    @Test
    void whatCameAloneIsAloneUntilItsNeighbourIsTouched() {
        members.forEach(member -> queue.add(member, false));
        assertThat(load(queue, 10)).containsExactly(10);
        assertThat(load(queue, 500)).as("another path").containsExactly(500);
        assertThat(load(queue, 501)).isEqualTo(numbers(501, 565));
        assertThat(load(queue, 565)).hasSize(1_024);
    }

    @Test
    void aWalkThatLeftNoneGoesOnWithWhatCameMeanwhile() {
        members.subList(0, 3).forEach(member -> queue.add(member, false));
        assertThat(load(queue, 0)).containsExactly(0);
        assertThat(load(queue, 1)).containsExactly(1, 2);
        members.subList(3, 9).forEach(member -> queue.add(member, false));
        assertThat(load(queue, 5)).containsExactly(5, 6, 7, 8, 4, 3);
    }

    @Test
    void whereRequestsTakeLongTheLevelsOfATreeAreTakenWhole() {
        LoadQueue<Member> remote = new LoadQueue<>(1_024, true);
        int known = 0;
        for (int level = 2; level <= 512; level *= 2) {
            List<Member> children = members.subList(known, known + level);
            children.forEach(member -> remote.add(member, false));
            List<Member> taken = remote.around(children.get(0), member -> true);
            assertThat(taken).hasSize(level);
            taken.forEach(LoadQueue.Link::leaveQueue);
            known += level;
        }
    }

    @Test
    void theLimitHolds() {
        LoadQueue<Member> small = new LoadQueue<>(5);
        members.subList(0, 20).forEach(member -> small.add(member, true));
        assertThat(load(small, 0)).isEqualTo(numbers(0, 5));
        assertThat(load(small, 5)).isEqualTo(numbers(5, 10));
        LoadQueue<Member> alone = new LoadQueue<>(1);
        members.subList(20, 30).forEach(member -> alone.add(member, true));
        assertThat(load(alone, 20)).containsExactly(20);
    }

    @Test
    void whoLeftIsAloneAndMayComeAgain() {
        fill(3);
        members.get(1).leaveQueue();
        members.get(1).leaveQueue();
        assertThat(load(queue, 1)).containsExactly(1);
        queue.add(members.get(1), true);
        assertThat(load(queue, 0)).containsExactly(0, 2, 1);
        assertThat(load(queue, 2)).containsExactly(2);
    }

    @Test
    void aMemberIsInOneQueueAtMost() {
        fill(3);
        LoadQueue<Member> other = new LoadQueue<>(10);
        other.add(members.get(1), true);
        assertThat(load(queue, 0)).containsExactly(0, 2);
        assertThat(load(other, 1)).containsExactly(1);
    }
}
