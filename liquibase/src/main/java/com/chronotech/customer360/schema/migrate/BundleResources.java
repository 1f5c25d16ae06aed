package com.chronotech.customer360.schema.migrate;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.List;
import liquibase.resource.AbstractResource;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.OpenOptions;
import liquibase.resource.Resource;

/** Files of this bundle by their path; Liquibase's own accessors know no bundle addresses. */
final class BundleResources extends AbstractResourceAccessor {
  private final ClassLoader loader;

  BundleResources(ClassLoader loader) {
    this.loader = loader;
  }

  @Override
  public List<Resource> getAll(String path) {
    URL url = loader.getResource(path.startsWith("/") ? path.substring(1) : path);
    return url == null ? List.of() : List.of(new BundleFile(path, url));
  }

  @Override
  public List<Resource> search(String path, boolean recursive) {
    return List.of();
  }

  @Override
  public List<String> describeLocations() {
    return List.of("the schema bundle");
  }

  @Override
  public void close() {
    // Nothing is held open.
  }

  private final class BundleFile extends AbstractResource {
    private final URL url;

    BundleFile(String path, URL url) {
      super(path, uri(url));
      this.url = url;
    }

    @Override
    public InputStream openInputStream() throws IOException {
      return url.openStream();
    }

    @Override
    public boolean exists() {
      return true;
    }

    @Override
    public Resource resolve(String other) {
      return at(resolvePath(other));
    }

    @Override
    public Resource resolveSibling(String other) {
      return at(resolveSiblingPath(other));
    }

    @Override
    public OutputStream openOutputStream(OpenOptions options) throws IOException {
      throw new FileNotFoundException(getPath() + " is part of a bundle and cannot be written");
    }

    private Resource at(String path) {
      List<Resource> found = getAll(path);
      if (found.isEmpty()) {
        throw new UncheckedIOException(new FileNotFoundException(path));
      }
      return found.get(0);
    }
  }

  private static URI uri(URL url) {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
