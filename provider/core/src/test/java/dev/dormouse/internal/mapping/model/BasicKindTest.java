package dev.dormouse.internal.mapping.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BasicKindTest {

    @Test
    void takesAPrimitiveAndItsWrapperForOneKind() {
        assertThat(BasicKind.ofName("int")).contains(BasicKind.INTEGER);
        assertThat(BasicKind.ofName("java.lang.Integer")).contains(BasicKind.INTEGER);
        assertThat(TypeName.of("int").boxed()).isEqualTo(TypeName.of(Integer.class));
        assertThat(TypeName.of(byte[].class).isArray()).isTrue();
        assertThat(BasicKind.ofName(Byte[].class.getName())).contains(BasicKind.BOXED_BYTE_ARRAY);
        assertThat(BasicKind.ofName("java.lang.Thread")).isEmpty();
    }
}
