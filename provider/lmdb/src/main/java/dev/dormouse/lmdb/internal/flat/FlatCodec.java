package dev.dormouse.lmdb.internal.flat;

import com.google.flatbuffers.FlatBufferBuilder;
import dev.dormouse.lmdb.internal.record.FlatReader;
import org.agrona.DirectBuffer;

/** How values of one shape stand in a table or vector: in place, or elsewhere with a reference in place. */
public abstract class FlatCodec {

    /** Returns the bytes in place. */
    abstract int size();

    /** Returns at a multiple of what the bytes in place begin. */
    int alignment() {
        return size();
    }

    /** Tells whether there is a reference in place. */
    abstract boolean isReference();

    /** Writes what stands elsewhere, before the table or vector begins; returns where, from the end. */
    int elsewhere(FlatBufferBuilder out, Object value) {
        return 0;
    }

    /** Writes what stands in place, aligned. */
    abstract void inPlace(FlatBufferBuilder out, Object value);

    /** Writes a whole number in place, aligned. */
    void wholeInPlace(FlatBufferBuilder out, long value) {
        throw new AssertionError("no whole number: " + typeName());
    }

    /** Reads a value at its place. */
    public abstract Object read(DirectBuffer in, int at);

    /** Returns the name of the type in a schema. */
    abstract String typeName();

    /** Says in words what the bytes are. */
    abstract void form(FlatForm out);

    /** Returns what the reference at a place refers to; references of values only point forward. */
    static int follow(DirectBuffer in, int at) {
        int target = FlatReader.follow(in, at);
        if (target <= at) {
            throw new IndexOutOfBoundsException("a reference from " + at + " to " + target);
        }
        return target;
    }

    /** Returns how many elements the vector at a place has. */
    static int count(DirectBuffer in, int vector, int size) {
        int count = FlatReader.intAt(in, vector);
        if (count < 0 || vector + 4 + (long) count * size > in.capacity()) {
            throw new IndexOutOfBoundsException("a vector of " + count);
        }
        return count;
    }
}
