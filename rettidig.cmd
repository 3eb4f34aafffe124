@echo off
rem Runs a command of Rettidig on Windows. Needs JAVA_HOME to point to a JDK 25 or newer.
setlocal
set "HERE=%~dp0"
set "JAR=%HERE%target\quarkus-app\quarkus-run.jar"
if "%JAVA_HOME%"=="" (
  echo rettidig: set JAVA_HOME to a JDK 25 or newer. 1>&2
  exit /b 1
)
if not exist "%JAR%" (
  echo Bygger Rettidig ... / Building Rettidig ... 1>&2
  call mvn -f "%HERE%pom.xml" -B -ntp -q -DskipTests -Dspotless.check.skip=true package || exit /b 1
)
"%JAVA_HOME%\bin\java" --enable-native-access=ALL-UNNAMED -Dfile.encoding=UTF-8 %RETTIDIG_JAVA_OPTIONS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
