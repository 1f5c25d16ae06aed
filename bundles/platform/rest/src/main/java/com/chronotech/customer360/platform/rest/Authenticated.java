package com.chronotech.customer360.platform.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Puts a resource of another module behind {@link CallerFilter} and {@link ProblemMapper}.
 * Resources of Customer 360 itself are always behind them, with or without it: forgetting an
 * annotation must not open a door. Other modules' resources in the same application are left alone.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Authenticated {}
