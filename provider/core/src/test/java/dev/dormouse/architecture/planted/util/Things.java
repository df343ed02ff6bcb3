package dev.dormouse.architecture.planted.util;

class Things {}
