package dev.dormouse.enhanced;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a class was enhanced, and how. Put into class files by the enhancement, never written by hand. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Enhanced {

    /** Returns the format of the enhancement; a provider works with classes of its own format only. */
    int format();

    /** Returns the persistent fields that the class declares and whose accesses are told of. */
    String[] fields();

    /** Returns the names of the properties that the class declares, whose methods do nothing but to return and assign a field, and whose field is told of. */
    String[] properties() default {};
}
