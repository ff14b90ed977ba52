@echo off
rem Runs Firedrill; builds it first when its sources are newer than what was built. firedrill --help lists the commands.
setlocal
set "FIREDRILL_HOME=%~dp0."
set "JAR=%FIREDRILL_HOME%\dashboard\target\firedrill.jar"

if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java.exe") else (set "JAVA=java.exe")
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
    echo There is no java in JAVA_HOME or on the PATH: install a JDK 17 or newer, or set JAVA_HOME to one. 1>&2
    exit /b 1
)
set "MAJOR=0"
for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /i " version "') do (
    for /f "tokens=1 delims=.-+" %%m in ("%%~v") do set "MAJOR=%%m"
)
if %MAJOR% LSS 17 (
    echo "%JAVA%" is older than Java 17: Firedrill needs a JDK 17 or newer, set JAVA_HOME to one. 1>&2
    exit /b 1
)

rem PowerShell reads the two paths from the environment, because a path may hold the quotes of its strings.
powershell -NoProfile -Command "$jar = Get-Item -LiteralPath $env:JAR -ErrorAction SilentlyContinue; if (-not $jar) { exit 1 }; $sources = foreach ($m in 'ingest', 'scoring', 'dashboard') { Join-Path $env:FIREDRILL_HOME (Join-Path $m 'src\main'); Join-Path $env:FIREDRILL_HOME (Join-Path $m 'pom.xml') }; $newer = Get-ChildItem -LiteralPath $sources -Recurse -File | Where-Object { $_.LastWriteTime -gt $jar.LastWriteTime } | Select-Object -First 1; if ($newer) { exit 1 }"
if not errorlevel 1 goto run

echo Building Firedrill (the first time, libraries are downloaded: some minutes) ... 1>&2
pushd "%FIREDRILL_HOME%"
call mvnw.cmd -B -Pquick package 1>&2
set "BUILT=%ERRORLEVEL%"
popd
if not "%BUILT%"=="0" (
    echo The build failed: its messages stand above. 1>&2
    exit /b 1
)
powershell -NoProfile -Command "(Get-Item -LiteralPath $env:JAR).LastWriteTime = Get-Date"

:run
"%JAVA%" -XX:MaxRAMPercentage=60 -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 "-Dfiredrill.home=%FIREDRILL_HOME%" %FIREDRILL_JAVA_OPTS% -jar "%JAR%" %*
exit /b %ERRORLEVEL%
