package dev.dormouse.examples.associations;

class AssociationsMemoryTest extends AssociationsContract {

    @Override
    String url() {
        return "memory:associations";
    }
}
