package com.chronotech.customer360.itests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What can only be seen in the sources. */
class SourcesTest {
  private static final int LONGEST = 300;

  @Test
  void noFileDoesTwoThings() throws IOException {
    List<String> tooLong = new ArrayList<>();
    List<Path> sources = new ArrayList<>(SourceTree.sources());
    sources.addAll(SourceTree.pages());
    for (Path source : sources) {
      long lines = Files.readString(source).lines().count();
      if (lines > LONGEST) {
        tooLong.add(SourceTree.root().relativize(source) + ": " + lines);
      }
    }
    assertThat(tooLong).isEmpty();
  }

  @Test
  void everyExportedTypeIsExplained() throws IOException {
    List<Path> exported = new ArrayList<>();
    for (Path source : SourceTree.sources()) {
      Path info = source.resolveSibling("package-info.java");
      if (Files.exists(info) && Files.readString(info).contains("bundle.Export")) {
        exported.add(source);
      }
    }
    assertThat(exported).hasSizeGreaterThan(20);
    assertThat(unexplained(exported)).isEmpty();
  }

  private static List<String> unexplained(List<Path> sources) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    List<String> missing = new ArrayList<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
      DocTrees docs = DocTrees.instance(task);
      for (CompilationUnitTree unit : task.parse()) {
        new Unexplained(docs, missing).scan(unit, null);
      }
    }
    return missing;
  }

  @Test
  void nothingIsLeftToDo() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path source : SourceTree.sources()) {
      if (!source.endsWith("SourcesTest.java")
          && Stream.of("TODO", "FIXME", "XXX").anyMatch(readString(source)::contains)) {
        found.add(SourceTree.root().relativize(source).toString());
      }
    }
    assertThat(found).isEmpty();
  }

  private static String readString(Path path) throws IOException {
    return Files.readString(path);
  }

  /** Finds public types and methods without a comment. */
  private static final class Unexplained extends TreePathScanner<Void, Void> {
    private static final Set<Tree.Kind> IMPLICITLY_PUBLIC =
        Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

    private final DocTrees docs;
    private final List<String> missing;

    Unexplained(DocTrees docs, List<String> missing) {
      this.docs = docs;
      this.missing = missing;
    }

    @Override
    public Void visitClass(ClassTree type, Void nothing) {
      if (!isVisible(type.getModifiers().getFlags())) {
        return null;
      }
      check(type.getSimpleName().toString());
      return super.visitClass(type, null);
    }

    @Override
    public Void visitMethod(MethodTree method, Void nothing) {
      boolean overrides =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
      boolean annotated =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(a -> a.getAnnotationType().toString().equals("Activate"));
      if (!overrides && !annotated && isVisible(method.getModifiers().getFlags())) {
        check(method.getName().toString());
      }
      return null;
    }

    private boolean isVisible(Set<Modifier> flags) {
      Tree parent = getCurrentPath().getParentPath().getLeaf();
      boolean inInterface = IMPLICITLY_PUBLIC.contains(parent.getKind());
      return flags.contains(Modifier.PUBLIC) || (inInterface && !flags.contains(Modifier.PRIVATE));
    }

    private void check(String name) {
      if (docs.getDocComment(getCurrentPath()) == null) {
        missing.add(getCurrentPath().getCompilationUnit().getSourceFile().getName() + ": " + name);
      }
    }
  }
}
