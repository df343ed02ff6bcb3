package dev.dormouse.internal.enhance.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dormouse.internal.enhance.weave.library.SameBehaviour;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What stack traces and debuggers say of enhanced classes. */
class DebuggingTest {

    private static final String LIBRARY = SameBehaviour.class.getPackageName();

    private static StackTraceElement failure(boolean isEnhanced) throws Exception {
        ClassLoader loader = new EnhancingLoader(LIBRARY, name -> isEnhanced);
        Class<?> book = Class.forName(LIBRARY + ".Book", true, loader);
        Object instance = accessible(book.getDeclaredConstructor()).newInstance();
        Method fail = Class.forName(LIBRARY + ".Visitor", true, loader).getDeclaredMethod("fail", book);
        fail.setAccessible(true);
        try {
            fail.invoke(null, instance);
            throw new AssertionError("it did not fail");
        } catch (InvocationTargetException e) {
            assertThat(e.getCause()).isInstanceOf(NullPointerException.class).hasMessageContaining("title");
            return e.getCause().getStackTrace()[0];
        }
    }

    private static Constructor<?> accessible(Constructor<?> constructor) {
        constructor.setAccessible(true);
        return constructor;
    }

    @Test
    void aFailureIsInTheLineInWhichItIsForPlainClasses() throws Exception {
        StackTraceElement plain = failure(false);
        StackTraceElement enhanced = failure(true);

        assertThat(plain.getMethodName()).isEqualTo("fail");
        assertThat(plain.getLineNumber()).isPositive();
        assertThat(enhanced.toString()).isEqualTo(plain.toString());
    }

    @Test
    void variablesKeepTheirNames() {
        Map<String, byte[]> enhanced = PluginRun.enhanced(PluginRun.compiled());

        PluginRun.compiled().forEach((name, bytes) -> assertThat(variables(Objects.requireNonNull(enhanced.get(name))))
                .as(name)
                .isEqualTo(variables(bytes)));
        assertThat(variables(PluginRun.compiled(LIBRARY + ".Visitor")).values())
                .anyMatch(variables -> variables.contains("i:I"));
    }

    /** The variables of each method, with their types and places. */
    private static Map<String, String> variables(byte[] code) {
        Map<String, String> variables = new TreeMap<>();
        new ClassReader(code)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access,
                                    String method,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitLocalVariable(
                                            String name,
                                            String type,
                                            @Nullable String generic,
                                            Label start,
                                            Label end,
                                            int index) {
                                        variables.merge(
                                                method + descriptor,
                                                index + "=" + name + ":" + type + " ",
                                                String::concat);
                                    }
                                };
                            }
                        },
                        0);
        return variables;
    }
}
