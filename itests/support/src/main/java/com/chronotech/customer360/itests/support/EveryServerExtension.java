package com.chronotech.customer360.itests.support;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test on every server; see {@link EveryServer}. */
final class EveryServerExtension implements TestTemplateInvocationContextProvider {
  private static final Namespace NAMESPACE = Namespace.create(EveryServerExtension.class);

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return context.getRequiredTestMethod().isAnnotationPresent(EveryServer.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    EveryServer wanted = context.getRequiredTestMethod().getAnnotation(EveryServer.class);
    List<String> limit =
        List.of(
            System.getProperty("servers", String.join(",", labels(ServerProduct.values())))
                .split(","));
    return Arrays.stream(wanted.value())
        .filter(product -> limit.contains(product.label()))
        .map(Invocation::new);
  }

  private static String[] labels(ServerProduct... products) {
    return Arrays.stream(products).map(ServerProduct::label).toArray(String[]::new);
  }

  private record Invocation(ServerProduct product) implements TestTemplateInvocationContext {
    @Override
    public String getDisplayName(int index) {
      return product.label();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
      return List.of(new OnServer(product));
    }
  }

  private record OnServer(ServerProduct product) implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return List.of(
              DatabaseServer.class, ServerProduct.class, TestDatabase.class, TestPlatform.class)
          .contains(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      Class<?> type = parameter.getParameter().getType();
      if (type == ServerProduct.class) {
        return product;
      }
      DatabaseServer server =
          context
              .getRoot()
              .getStore(NAMESPACE)
              .getOrComputeIfAbsent(Servers.class, key -> new Servers(), Servers.class)
              .get(product);
      if (type == DatabaseServer.class) {
        return server;
      }
      Store ofClass =
          context
              .getParent()
              .flatMap(ExtensionContext::getParent)
              .orElse(context)
              .getStore(NAMESPACE);
      return type == TestDatabase.class
          ? ofClass.getOrComputeIfAbsent(
              product, key -> server.createDatabase(), TestDatabase.class)
          : ofClass
              .getOrComputeIfAbsent(
                  "platform " + product, key -> Prepared.on(server), Prepared.class)
              .platform();
    }
  }

  /** A platform over a database of its own. */
  private record Prepared(TestDatabase database, TestPlatform platform) implements AutoCloseable {
    static Prepared on(DatabaseServer server) {
      TestDatabase database = server.createDatabase();
      TestSchema.prepare(database);
      return new Prepared(database, new TestPlatform(database, "node-1"));
    }

    @Override
    public void close() {
      platform.close();
      database.close();
    }
  }
}
