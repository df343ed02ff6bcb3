package dev.dormouse.internal.enhance.elsewhere;

/** A superclass in another package with members of every visibility. */
public abstract class FarBase {
    private long secret;
    protected String guarded = "";
    int near;
    public final int fixed;

    protected FarBase() {
        fixed = Integer.parseInt("1");
    }

    protected double getRatio() {
        return near / 2.0;
    }

    protected void setRatio(double ratio) {
        near = (int) (ratio * 2);
    }

    public long readSecret() {
        return secret;
    }
}
