package com.chronotech.customer360.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import javax.ws.rs.container.ResourceInfo;
import javax.ws.rs.core.UriInfo;
import org.junit.jupiter.api.Test;

/** The door is for our resources, and for no one else's. */
class OwnResourcesTest {

  @Test
  void ourClassesAreBehindTheDoorWhateverTheyDeclare() {
    assertThat(OwnResources.includes(matched(OwnResourcesTest.class))).isTrue();
    assertThat(OwnResources.includes(matched(String.class))).isFalse();
    assertThat(OwnResources.includes(matched(null))).isFalse();
    assertThat(OwnResources.includes(null)).isFalse();
  }

  @Test
  void anotherModulesResourceIsNotOursWhateverItsAddress() {
    assertThat(OwnResources.concerns(matched(String.class), at("customers/1/loyalty"))).isFalse();
  }

  @Test
  void whatIsFoundNowhereIsOursByItsAddress() {
    assertThat(OwnResources.concerns(matched(null), at("customers/1/nothing"))).isTrue();
    assertThat(OwnResources.concerns(null, at("/api/customer360"))).isTrue();
    assertThat(OwnResources.concerns(null, at("api/customer360x"))).isFalse();
    assertThat(OwnResources.concerns(null, at("api/other"))).isFalse();
  }

  private static ResourceInfo matched(Class<?> type) {
    return (ResourceInfo)
        Proxy.newProxyInstance(
            OwnResourcesTest.class.getClassLoader(),
            new Class<?>[] {ResourceInfo.class},
            (self, method, arguments) -> method.getName().equals("getResourceClass") ? type : null);
  }

  private static UriInfo at(String path) {
    return (UriInfo)
        Proxy.newProxyInstance(
            OwnResourcesTest.class.getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (self, method, arguments) -> path);
  }
}
