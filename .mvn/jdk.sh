# Sourced by ./mvnw and ./rettidig: sets JAVA_HOME to a JDK of version 25 or newer, or says what to install.
# Order: JAVA_HOME if it fits, then the usual places of Linux and macOS, then the java on the PATH.

rettidig_jdk_version() {
  # Prints the major version of the JDK at $1, or nothing when it is none (javac is needed to build).
  [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" | head -n 1
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p' | head -n 1
  fi
}

rettidig_fits() {
  rettidig_version=$(rettidig_jdk_version "$1")
  [ -n "$rettidig_version" ] && [ "$rettidig_version" -ge 25 ]
}

rettidig_find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && rettidig_fits "$JAVA_HOME"; then
    return 0
  fi
  for rettidig_candidate in /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -d "$rettidig_candidate" ] && rettidig_fits "$rettidig_candidate"; then
      JAVA_HOME=$rettidig_candidate
      export JAVA_HOME
      return 0
    fi
  done
  rettidig_on_path=$(command -v javac 2>/dev/null) || rettidig_on_path=
  if [ -n "$rettidig_on_path" ]; then
    rettidig_candidate=$(cd "$(dirname "$(readlink -f "$rettidig_on_path" 2>/dev/null || echo "$rettidig_on_path")")/.." && pwd)
    if rettidig_fits "$rettidig_candidate"; then
      JAVA_HOME=$rettidig_candidate
      export JAVA_HOME
      return 0
    fi
  fi
  echo "rettidig: no JDK 25 or newer was found." >&2
  echo "  Looked at JAVA_HOME (${JAVA_HOME:-not set}), /usr/lib/jvm, /opt, ~/.sdkman, ~/.jdks, /Library/Java and the PATH." >&2
  echo "  Install one (for instance Eclipse Temurin 25) and set JAVA_HOME to it." >&2
  return 1
}

rettidig_find_jdk || exit 1
